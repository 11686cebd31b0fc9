using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using static KubeNet.Testing.Interop.sys_stat;

namespace KubeNet.Testing.Leftovers;

/// <summary>The directory of the journals. Only the user who owns it may write there; what anyone else could have put there is not believed.</summary>
internal sealed class JournalDirectory(string path)
{
    private const string Extension = ".json";
    private const long LongestJournal = 64 * 1024 * 1024;
    private const uint OwnerOnlyDirectory = 0x1c0; // rwx------
    private const uint OwnerOnlyFile = 0x180; // rw-------

    /// <summary>That of the machine. <c>/run</c> is empty after each start, as the kernel is.</summary>
    public static JournalDirectory Default { get; } = new("/run/kubenet/testing");

    public string Location { get; } = path;

    private string[] Parts => [Path.GetDirectoryName(Location)!, Location];

    public string PathOf(string network) => Location + "/" + network + Extension;

    /// <summary>Makes the directory if it is not there.</summary>
    /// <exception cref="IOException">It cannot be made, or may be written by others.</exception>
    public void Prepare()
    {
        foreach (string path in Parts)
        {
            if (mkdir(path, OwnerOnlyDirectory) != 0 && Marshal.GetLastPInvokeError() != EEXIST)
                throw new IOException($"Cannot make {path}, where virtual networks are recorded before they are made: {Marshal.GetLastPInvokeErrorMessage()}. Run as root.");
        }
        if (Fault() is { } fault)
            throw new IOException($"{Location}, where virtual networks are recorded, {fault}. Remove it, or give it to this user alone.");
    }

    /// <summary>Has the directory to oneself, threads and processes alike, until the handle is disposed. The kernel frees it when a process ends.</summary>
    public SafeFileHandle Lock()
    {
        SafeFileHandle directory = open(Location, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (directory.IsInvalid)
            throw Failure("open");
        while (flock(directory, LOCK_EX) != 0)
        {
            if (Marshal.GetLastPInvokeError() == EINTR)
                continue;
            IOException exception = Failure("lock");
            directory.Dispose();
            throw exception;
        }
        return directory;
    }

    /// <summary>The networks that have a journal, or something that looks like one.</summary>
    public IReadOnlyList<string> List()
    {
        if (Fault() is not null)
            return [];
        string[] files = Directory.GetFileSystemEntries(Location, "*" + Extension);
        Array.Sort(files, StringComparer.Ordinal);
        return Array.ConvertAll(files, file => Path.GetFileName(file)[..^Extension.Length]);
    }

    /// <summary>Reads a network's journal.</summary>
    /// <returns>Null, with the reason, if it is not to be trusted; null without one if there is none.</returns>
    public JournalContent? TryRead(string network, out string? fault)
    {
        if (!NetworkName.IsId(network))
        {
            fault = "its name is not that of a network";
            return null;
        }

        // O_NONBLOCK: a FIFO must not hang us.
        using SafeFileHandle file = open(PathOf(network), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
        if (file.IsInvalid)
        {
            fault = File.Exists(PathOf(network)) ? "it cannot be opened, or is a symbolic link" : null;
            return null;
        }
        statx_buffer status = Examine(file);
        if ((status.stx_mode & S_IFMT) != S_IFREG || status.stx_nlink > 1 || !IsOwn(status) || status.stx_size > LongestJournal)
        {
            fault = "it is no plain file of this user alone";
            return null;
        }

        var bytes = new byte[status.stx_size];
        int length = RandomAccess.Read(file, bytes, 0);
        return JournalContent.TryRead(network, bytes.AsSpan(0, length), out fault);
    }

    /// <summary>Makes the file of a journal, open for writing.</summary>
    public FileStream CreateFile(string network)
    {
        SafeFileHandle file = open(PathOf(network), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, OwnerOnlyFile);
        return file.IsInvalid ? throw Failure("make a file in") : new FileStream(file, FileAccess.Write, bufferSize: 0);
    }

    public void Delete(string network) => File.Delete(PathOf(network));

    // What makes the directory unfit, in words that follow its name; also that it is not there.
    private string? Fault()
    {
        foreach (string path in Parts)
        {
            using SafeFileHandle directory = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
            if (directory.IsInvalid)
                return $"is not there or no directory ({Marshal.GetLastPInvokeErrorMessage()})";
            if (!IsOwn(Examine(directory)))
                return "may be written by others";
        }
        return null;
    }

    private static bool IsOwn(in statx_buffer status) =>
        status.stx_uid == geteuid() && (status.stx_mode & (S_IWGRP | S_IWOTH)) == 0;

    private unsafe statx_buffer Examine(SafeFileHandle file)
    {
        statx_buffer status;
        return statx(file, string.Empty, AT_EMPTY_PATH, STATX_BASIC_STATS, &status) == 0 ? status : throw Failure("examine");
    }

    private IOException Failure(string operation) => new($"Cannot {operation} {Location}: {Marshal.GetLastPInvokeErrorMessage()}.");
}
