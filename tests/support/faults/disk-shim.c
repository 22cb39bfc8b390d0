/*
 * Stands between a process and the disk (LD_PRELOAD). What goes wrong is told by a page of memory that is shared with the
 * test: which calls fail, with which error, and how long a flush takes. Only files below DISK_SHIM_FOLDER are concerned.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

struct orders {
  int32_t write_error;
  int32_t flush_error;
  int32_t flush_delay_ms;
  /* How often an order was carried out. */
  int32_t writes_failed;
  int32_t flushes_failed;
  int32_t flushes_delayed;
};

static volatile struct orders *orders;
static const char *folder;

__attribute__((constructor)) static void read_orders(void) {
  const char *file = getenv("DISK_SHIM_ORDERS");
  folder = getenv("DISK_SHIM_FOLDER");
  if (file == NULL || folder == NULL) return;
  int fd = open(file, O_RDWR | O_CLOEXEC);
  if (fd < 0) return;
  void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  close(fd);
  if (page != MAP_FAILED) orders = page;
}

static int concerns(int fd) {
  char link[64], path[4096];
  if (orders == NULL) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return strncmp(path, folder, strlen(folder)) == 0;
}

static int write_fails(int fd) {
  if (orders == NULL || orders->write_error == 0 || !concerns(fd)) return 0;
  __sync_fetch_and_add(&orders->writes_failed, 1);
  errno = orders->write_error;
  return 1;
}

static int flush_fails(int fd) {
  if (orders == NULL || (orders->flush_error == 0 && orders->flush_delay_ms == 0) || !concerns(fd)) return 0;
  if (orders->flush_delay_ms > 0) {
    struct timespec pause = {orders->flush_delay_ms / 1000, (orders->flush_delay_ms % 1000) * 1000000L};
    __sync_fetch_and_add(&orders->flushes_delayed, 1);
    nanosleep(&pause, NULL);
  }
  if (orders->flush_error == 0) return 0;
  __sync_fetch_and_add(&orders->flushes_failed, 1);
  errno = orders->flush_error;
  return 1;
}

#define REAL(type, name, ...) ((type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name))

ssize_t write(int fd, const void *bytes, size_t count) {
  return write_fails(fd) ? -1 : REAL(ssize_t, write, int, const void *, size_t)(fd, bytes, count);
}
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) {
  return write_fails(fd) ? -1 : REAL(ssize_t, pwrite, int, const void *, size_t, off_t)(fd, bytes, count, at);
}
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) {
  return write_fails(fd) ? -1 : REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t)(fd, bytes, count, at);
}
int fsync(int fd) { return flush_fails(fd) ? -1 : REAL(int, fsync, int)(fd); }
int fdatasync(int fd) { return flush_fails(fd) ? -1 : REAL(int, fdatasync, int)(fd); }
