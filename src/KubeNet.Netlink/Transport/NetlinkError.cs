using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace KubeNet.Netlink.Transport;

/// <summary>Why the kernel refused a request, as it said it (extended acknowledgement, <c>NLMSGERR_ATTR_*</c>).</summary>
/// <param name="Error">The error number.</param>
public sealed record NetlinkError(LinuxError Error)
{
    /// <summary>The kernel's own words, if it gave any.</summary>
    public string? KernelMessage { get; init; }

    /// <summary>The attribute that it refused, as a path in the names of this library: <c>Link.Kind.Vni (IFLA_VXLAN_ID)</c>.</summary>
    public string? AttributePath { get; init; }

    /// <summary>An attribute that it misses, as a path.</summary>
    public string? MissingAttribute { get; init; }

    /// <summary>The values that the attribute may have, if the kernel says so: <c>0 to 16777215</c>.</summary>
    public string? AllowedRange { get; init; }

    /// <summary>What the caller can do about it; null when nothing general can be said.</summary>
    public string? Remedy
    {
        get => field ?? RemedyOf(this);
        init;
    }

    /// <summary>Whether the error says that the object is not there.</summary>
    public bool IsNotFound => Error is LinuxError.ENOENT or LinuxError.ENODEV or LinuxError.ESRCH or LinuxError.EADDRNOTAVAIL;

    /// <summary>Whether it says that no driver is there for the kind of a link to be made (rtnl_newlink).</summary>
    internal bool IsUnknownLinkKind => Error == LinuxError.EOPNOTSUPP && KernelMessage == "Unknown device type";

    /// <summary>The error in a sentence: number, kernel's words, attribute, remedy.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{NameOf(Error)} ({Marshal.GetPInvokeErrorMessage((int)Error)})");
        if (KernelMessage is not null)
        {
            text.Append(": ").Append(KernelMessage.TrimEnd('.'));
        }

        if (AttributePath is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $", at {AttributePath}");
        }

        if (AllowedRange is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $", which may be {AllowedRange}");
        }

        if (MissingAttribute is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $", for want of {MissingAttribute}");
        }

        text.Append('.');
        if (Remedy is { } remedy)
        {
            text.Append(' ').Append(remedy);
        }

        return text.ToString();
    }

    internal static string NameOf(LinuxError error) =>
        Enum.GetName(error) ?? string.Create(CultureInfo.InvariantCulture, $"errno {(int)error}");

    // The kernel says "not supported" both of what it was built without and of what one device cannot do.
    private static string? RemedyOf(NetlinkError error) => error.Error switch
    {
        LinuxError.EPERM => "It needs the capability CAP_NET_ADMIN in this network namespace: run as root or grant it.",
        LinuxError.EOPNOTSUPP when error.IsUnknownLinkKind =>
            "The kernel has no such link kind: load its module, or use a kernel that was built with it.",
        LinuxError.EOPNOTSUPP =>
            "Either the device does not support this, or the kernel lacks the feature: then load its module or use a kernel that was built with it.",
        LinuxError.ENOBUFS or LinuxError.ENOMEM => "The kernel is short of memory for this request; to a neighbour it may be that the table is full (sysctl net.ipv4.neigh.default.gc_thresh3).",
        _ => null,
    };
}
