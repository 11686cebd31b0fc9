using System.Runtime.InteropServices;

namespace KubeNet.Testing.Capture;

/// <summary>The kernel refused to start a capture, or to go on with it.</summary>
public sealed class PacketCaptureException : IOException
{
    internal PacketCaptureException(string operation, string device, int errno)
        : base($"Could not {operation} '{device}': {Marshal.GetPInvokeErrorMessage(errno)} (errno {errno}).")
    {
        Device = device;
        Errno = errno;
    }

    /// <summary>The device.</summary>
    public string Device { get; }

    /// <summary>The kernel's error number, such as 19 (ENODEV) if there is no such device.</summary>
    public int Errno { get; }
}
