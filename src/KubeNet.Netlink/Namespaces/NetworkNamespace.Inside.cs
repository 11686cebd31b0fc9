using System.Diagnostics;
using System.Net.Sockets;
using KubeNet.Netlink.Transport;
using Tmds.Linux;
using static KubeNet.Netlink.Interop.netlink;

namespace KubeNet.Netlink.Namespaces;

/// <content>What happens inside the namespace, each time on a thread made for it.</content>
public sealed partial class NetworkNamespace
{
    /// <summary>Runs code inside the namespace, on a thread of its own, and waits for it.</summary>
    /// <param name="work">
    /// Raw work: system calls, files below <c>/proc</c>, sockets that stay synchronous. It must not touch the thread pool,
    /// directly or not: no <see cref="Task"/>, no <c>await</c>, no timer, no logging, no <see cref="Process"/>, nothing that
    /// may start a thread. A thread born inside stays inside, and pool threads serve the whole program.
    /// </param>
    /// <returns>What the work returned.</returns>
    /// <remarks>
    /// An exception of the work is thrown here unchanged. The just-in-time compiler may start its worker inside; it only
    /// compiles, and ends some seconds later, but until then the namespace cannot go away. Prefer the other members.
    /// </remarks>
    /// <exception cref="NetworkNamespaceException">The namespace could not be entered (CAP_SYS_ADMIN).</exception>
    public T Invoke<T>(Func<T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return InvokeThread<T>.Invoke(Handle, _description, work);
    }

    /// <inheritdoc cref="Invoke{T}(Func{T})"/>
    public void Invoke(Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        _ = InvokeThread<bool>.Invoke(Handle, _description, () =>
        {
            work();
            return true;
        });
    }

    /// <summary>Makes a socket that belongs to the namespace and may be used anywhere, asynchronously too.</summary>
    /// <param name="addressFamily">IPv4, IPv6, Unix, packet or CAN.</param>
    /// <param name="socketType">The socket's type.</param>
    /// <param name="protocolType">The protocol; for packet sockets an EtherType in network byte order.</param>
    /// <remarks>An IPv6 socket is IPv6 only, as that of <see cref="Socket"/>; set <see cref="Socket.DualMode"/> for both.</remarks>
    /// <exception cref="NetworkNamespaceException">The kernel refused the socket, or the namespace could not be entered.</exception>
    public Socket OpenSocket(AddressFamily addressFamily, SocketType socketType, ProtocolType protocolType)
    {
        int descriptor = CreateRawSocket(NativeFamily(addressFamily), (int)socketType, (int)protocolType);
        var socket = new Socket(new SafeSocketHandle(descriptor, ownsHandle: true));
        if (addressFamily == AddressFamily.InterNetworkV6 && socketType is SocketType.Stream or SocketType.Dgram)
            socket.DualMode = false;
        return socket;
    }

    /// <summary>Starts a program inside the namespace: <c>ip netns exec NAME …</c>, except that <c>/sys</c> is not mounted anew.</summary>
    /// <param name="startInfo">The program, as <see cref="Process.Start(ProcessStartInfo)"/> takes it, without the shell.</param>
    /// <returns>The process; it may be waited for, read from and killed as any other.</returns>
    /// <exception cref="NetworkNamespaceException">The namespace could not be entered (CAP_SYS_ADMIN).</exception>
    /// <exception cref="System.ComponentModel.Win32Exception">The program could not be started.</exception>
    public Process StartProcess(ProcessStartInfo startInfo)
    {
        ArgumentNullException.ThrowIfNull(startInfo);
        if (startInfo.UseShellExecute)
            throw new ArgumentException("A program inside a namespace cannot be started by the shell.", nameof(startInfo));
        return NamespaceProcess.Start(this, startInfo);
    }

    /// <summary>Opens a netlink connection that speaks to the namespace, from whichever thread it is used.</summary>
    /// <param name="protocol">The netlink family, such as 0 (<c>NETLINK_ROUTE</c>) or 16 (<c>NETLINK_GENERIC</c>).</param>
    /// <param name="options">How it behaves.</param>
    /// <exception cref="NetworkNamespaceException">The kernel refused the socket, or the namespace could not be entered.</exception>
    public NetlinkConnection OpenConnection(int protocol = NETLINK_ROUTE, NetlinkOptions? options = null)
        => new(OpenNetlink(protocol, options), options);

    /// <summary>Makes a netlink socket inside.</summary>
    internal NetlinkSocket OpenNetlink(int protocol, NetlinkOptions? options)
        => NetlinkSocket.FromDescriptor(CreateRawSocket(LibC.AF_NETLINK, LibC.SOCK_RAW, protocol), options, SocketNamespace.OpenAnother);

    /// <summary>Makes a socket inside by the kernel's numbers; the descriptor is the caller's.</summary>
    internal int CreateRawSocket(int family, int type, int protocol)
        => SocketThread.Open(Handle, _description, family, type, protocol);

    private static int NativeFamily(AddressFamily family) => family switch
    {
        AddressFamily.Unix => LibC.AF_UNIX,
        AddressFamily.InterNetwork => LibC.AF_INET,
        AddressFamily.InterNetworkV6 => LibC.AF_INET6,
        AddressFamily.Packet => LibC.AF_PACKET,
        AddressFamily.ControllerAreaNetwork => LibC.AF_CAN,
        _ => throw new ArgumentOutOfRangeException(nameof(family), family, "Linux has no such address family."),
    };
}
