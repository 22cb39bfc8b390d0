/** One batch in every format: what a first try may look like. Each is sent as a dry run by a test. */
export const SUBMISSION_EXAMPLES = {
  json: {
    feed: "mof.customs",
    sequence: 42,
    sentAt: "2025-04-06T08:00:00+07:00",
    source: { publisher: "mof.customs", document: "Biểu số liệu tháng 03/2025" },
    observations: [
      { indicator: "trade.export.value", area: "VN", period: "2025-03", value: 38510.25, status: "E" },
      {
        indicator: "trade.export.value",
        area: "VN",
        period: "2025-03",
        breakdown: { ownership: "FDI" },
        value: "28000.50",
        status: "E",
      },
      {
        indicator: "trade.import.value",
        area: "VN",
        period: "2025-03",
        value: null,
        status: "L",
        note: "chưa thu thập",
      },
    ],
  },
  ndjson:
    '{"feed":"mof.customs","sequence":42}\n' +
    '{"indicator":"trade.export.value","area":"VN","period":"2025-03","value":38510.25,"status":"E"}\n' +
    '{"indicator":"trade.import.value","area":"VN","period":"2025-03","value":36880.1,"status":"E"}\n',
  csv:
    "indicator,area,period,value,status,ownership,note\n" +
    "trade.export.value,VN,2025-03,38510.25,E,,\n" +
    'trade.export.value,VN,2025-03,28000.50,E,FDI,"ước tính, chờ số sơ bộ"\n',
  sdmx2:
    "STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,REF_AREA,TIME_PERIOD,OWNERSHIP,OBS_VALUE,OBS_STATUS\n" +
    "dataflow,BCS:OBSERVATIONS(1.0),R,trade.export.value,VN,2025-03,_T,38510.25,E\n" +
    "dataflow,BCS:OBSERVATIONS(1.0),R,trade.export.value,VN,2025-03,FDI,28000.50,E\n",
  sdmx1:
    "DATAFLOW,INDICATOR,REF_AREA,TIME_PERIOD,OWNERSHIP,OBS_VALUE,OBS_STATUS\n" +
    "BCS:OBSERVATIONS(1.0),trade.export.value,VN,2025-03,_T,38510.25,E\n",
} as const;
