import { defineDictionary } from "@bochiso/shared/i18n";

export const pendingWords = defineDictionary({
  vi: {
    pending: "Phần này chưa có trong phiên bản đang dùng.",
    basis: "Căn cứ",
    list: "Danh sách chỉ số",
    will: "Sẽ có",
    programmes: {
      title: "Chương trình, dự án",
      basis:
        "Điểm a, b, c khoản 3 Điều 10 Nghị định 137/2024/NĐ-CP: nhóm chỉ số theo dõi, giám sát việc thực hiện các chương trình mục tiêu quốc gia, dự án quan trọng quốc gia.",
      will: "Tiến độ vốn so với kế hoạch đặt cạnh tiến độ khối lượng so với mốc; mốc thời gian, vướng mắc và người chịu trách nhiệm của từng chương trình, dự án.",
      now: "Các chỉ số của nhóm này đã có trong Tổng quan và Danh sách chỉ số.",
    },
    tasks: {
      title: "Nhiệm vụ",
      basis:
        "Điểm c khoản 3 Điều 10 Nghị định 137/2024/NĐ-CP: nhóm chỉ số theo dõi, giám sát nhiệm vụ được Chính phủ, Thủ tướng Chính phủ giao hằng tháng, quý, năm; khoản 6: theo dõi, giám sát quá trình triển khai nhiệm vụ.",
      will: "Nhiệm vụ hoàn thành đúng hạn, hoàn thành trễ, đang làm trong hạn, đang làm quá hạn theo đơn vị; văn bản giao, hạn, gia hạn, kết quả và chỉ số liên quan.",
      now: "Chưa có số liệu nhiệm vụ nào trong hệ thống, nên Tổng quan không hiện khối này.",
    },
    emergencies: {
      title: "Tình huống khẩn cấp",
      basis:
        "Điểm a, b, c khoản 3 Điều 10 Nghị định 137/2024/NĐ-CP: nhóm chỉ số phục vụ chỉ đạo, điều hành, tương tác trực tuyến trong các tình huống khẩn cấp thiên tai, dịch bệnh, ứng phó sự cố thiên tai và tìm kiếm cứu nạn.",
      will: "Đơn vị bị ảnh hưởng trên bản đồ kèm giờ báo cáo; nhật ký chỉ đạo không sửa được; chỉ đạo và xác nhận đã nhận của từng đơn vị; báo cáo hiện trường từ điện thoại.",
      now: "Chỉ số thiên tai, dịch bệnh, sự cố đã có trong Tổng quan và Danh sách chỉ số.",
    },
  },
  en: {
    pending: "This part is not in the version in use yet.",
    basis: "Legal basis",
    list: "List of indicators",
    will: "It will hold",
    programmes: {
      title: "Programmes, projects",
      basis:
        "Decree 137/2024/NĐ-CP, Article 10, clause 3, points a, b, c: indicators of national target programmes and key national projects.",
      will: "Disbursement against plan beside physical progress against schedule; milestones, blockers and the person responsible for each programme and project.",
      now: "The indicators of this group already stand in the overview and the list of indicators.",
    },
    tasks: {
      title: "Tasks",
      basis:
        "Decree 137/2024/NĐ-CP, Article 10, clause 3, point c: indicators of tasks assigned by the Government and the Prime Minister; clause 6: following the progress of tasks.",
      will: "Tasks completed on time, completed late, in progress within and past their due date, by unit; source document, due date, extensions, result and the indicator concerned.",
      now: "The system holds no figures on tasks yet, so the overview does not show this block.",
    },
    emergencies: {
      title: "Emergencies",
      basis: "Decree 137/2024/NĐ-CP, Article 10, clause 3, points a, b, c: indicators for direction in emergencies.",
      will: "Affected units on a map with the time of their report; an append-only log; directives with the acknowledgement of each unit; field reports from a phone.",
      now: "Indicators on disasters, epidemics and incidents already stand in the overview and the list of indicators.",
    },
  },
});
