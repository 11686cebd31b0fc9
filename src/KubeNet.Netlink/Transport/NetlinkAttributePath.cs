using System.Globalization;
using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Transport;

/// <summary>Turns the place in a request at which the kernel found fault into names: <c>Link.Kind.Vni (IFLA_VXLAN_ID)</c>.</summary>
internal static class NetlinkAttributePath
{
    /// <summary>The path of the attribute that begins at, or holds, an offset.</summary>
    /// <param name="request">The request, its header included.</param>
    /// <param name="offset">Bytes from the start of the request.</param>
    /// <param name="names">Names of the request's attributes.</param>
    public static string? At(ReadOnlySpan<byte> request, int offset, NetlinkRequestNames names) =>
        Descend(request, offset, names, out string path, out string? kernelName, out _)
            ? kernelName is null ? path : $"{path} ({kernelName})"
            : null;

    /// <summary>The name of an attribute that is missing from a nest, or from the message where the nest's offset is negative.</summary>
    public static string? Missing(ReadOnlySpan<byte> request, int nest, int type, NetlinkRequestNames names)
    {
        NetlinkAttributeTable? table = names.Attributes;
        string path = table?.Record ?? string.Empty;
        if (nest >= 0 && !Descend(request, nest, names, out path, out _, out table))
        {
            return null;
        }

        return table is not null && table.TryGet((ushort)type, out NetlinkAttributeEntry? entry)
            ? $"{Append(path, entry)} ({entry.KernelName})"
            : string.Create(CultureInfo.InvariantCulture, $"attribute {type} of {path}");
    }

    private static string Append(string path, NetlinkAttributeEntry entry) =>
        entry.Property.Length == 0 ? path : $"{path}.{entry.Property}";

    private static bool Descend(
        ReadOnlySpan<byte> request,
        int offset,
        NetlinkRequestNames names,
        out string path,
        out string? kernelName,
        out NetlinkAttributeTable? table)
    {
        table = names.Attributes;
        path = table?.Record ?? string.Empty;
        kernelName = null;
        int start = NetlinkMessageHeader.Size + NetlinkAttributeHeader.Align(names.HeaderLength);
        if (table is null || offset < start || offset >= request.Length)
        {
            return false;
        }

        int end = request.Length;
        bool found = false;
        while (table is not null && TryFind(request, ref start, ref end, offset, out ushort type))
        {
            found = true;
            ReadOnlySpan<byte> value = request[(start + NetlinkAttributeHeader.Size)..end];
            if (!table.TryGet(type, out NetlinkAttributeEntry? entry))
            {
                path = string.Create(CultureInfo.InvariantCulture, $"{path}.{type}");
                kernelName = null;
                table = null;
                break;
            }

            path = Append(path, entry);
            kernelName = entry.KernelName;
            table = entry.Nested?.Invoke(value);
            if (start == offset)
            {
                break;
            }

            start += NetlinkAttributeHeader.Size;
        }

        return found;
    }

    /// <summary>Finds the attribute, among those between two offsets, within which a third lies; the two then mark it.</summary>
    private static bool TryFind(ReadOnlySpan<byte> request, ref int start, ref int end, int offset, out ushort type)
    {
        for (int at = start; at + NetlinkAttributeHeader.Size <= end;)
        {
            int length = BitConverter.ToUInt16(request[at..]);
            if (length < NetlinkAttributeHeader.Size || at + length > end)
            {
                break;
            }

            if (offset < at + length)
            {
                type = (ushort)(BitConverter.ToUInt16(request[(at + 2)..]) & NetlinkAttributeHeader.TypeMask);
                start = at;
                end = at + length;
                return offset >= at;
            }

            at += NetlinkAttributeHeader.Align(length);
        }

        type = 0;
        return false;
    }
}
