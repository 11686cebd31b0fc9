using System.Net.Sockets;
using KubeNet.Netlink.Namespaces;
using KubeNet.Netlink.State;
using KubeNet.Netlink.Transport;
using KubeNet.Testing.Capture;

namespace ClusterLab;

/// <summary>Tells what the user can understand from faults of the program, which keep their stack trace.</summary>
internal static class Failures
{
    /// <summary>The failure in words; null for a fault of the program.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        LabException => exception.Message,
        NetlinkException { Error: LinuxError.EPERM } => $"{exception.Message}\nIt needs root, or the capabilities CAP_NET_ADMIN and CAP_SYS_ADMIN.",
        NetlinkException or NetworkStateException or NetworkNamespaceException or PacketCaptureException => exception.Message,
        UnauthorizedAccessException or IOException or SocketException or TimeoutException => exception.Message,
        _ => null,
    };
}
