// Preloaded into the user-mode kernel on processors with AMX (see lab.sh).
//
// The host's kernel takes a process's extended registers by PTRACE_SETREGSET only as a whole, and with AMX the whole is
// 11,008 bytes. User-mode kernels of the 6.1 series know the first 2,696 and panic on EFAULT before their first process.
// Here the missing tail is added: zeros, since no program inside can ask for the use of AMX tiles.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <elf.h>
#include <stdarg.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/uio.h>

static long (*libc_ptrace)(int request, ...);

__attribute__((constructor)) static void find_libc_ptrace(void)
{
    libc_ptrace = (long (*)(int, ...))dlsym(RTLD_NEXT, "ptrace");
}

static long set_whole(int pid, const struct iovec *part)
{
    static char whole[32768] __attribute__((aligned(64)));
    static size_t size;

    struct iovec vector = { whole, sizeof(whole) };
    if (size == 0) {
        if (libc_ptrace(PTRACE_GETREGSET, pid, NT_X86_XSTATE, &vector) != 0)
            return -1;
        size = vector.iov_len;
        memset(whole, 0, sizeof(whole));
    }

    if (part->iov_len >= size)
        return libc_ptrace(PTRACE_SETREGSET, pid, NT_X86_XSTATE, part);

    memcpy(whole, part->iov_base, part->iov_len);
    vector.iov_len = size;
    return libc_ptrace(PTRACE_SETREGSET, pid, NT_X86_XSTATE, &vector);
}

long ptrace(enum __ptrace_request request, ...)
{
    va_list arguments;
    va_start(arguments, request);
    long pid = va_arg(arguments, long);
    long address = va_arg(arguments, long);
    long data = va_arg(arguments, long);
    va_end(arguments);

    if (request == PTRACE_SETREGSET && address == NT_X86_XSTATE)
        return set_whole((int)pid, (const struct iovec *)data);
    return libc_ptrace(request, pid, address, data);
}
