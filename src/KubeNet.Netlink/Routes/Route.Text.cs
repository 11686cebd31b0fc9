using System.Globalization;
using System.Text;
using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Routes;

/// <content>A route in words.</content>
public sealed partial record Route
{
    /// <summary>The route as <c>ip route</c> would be told of it: <c>10.1.0.0/16 via 10.0.0.1 dev 3 metric 5</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        if (Type is not (null or RouteType.Unicast))
        {
            text.Append(Type.ToString()!.ToLowerInvariant()).Append(' ');
        }

        text.Append(_destinationLength == 0 ? "default" : Destination?.ToString());
        Append(text, " from ", Source);
        Append(text, " tos ", TypeOfService == 0 ? null : TypeOfService);
        Append(text, " nhid ", NexthopId);
        Append(text, " via ", Gateway);
        Append(text, " via ", Via);
        Append(text, " dev ", OutputInterface);
        Append(text, " table ", Table);
        Append(text, " proto ", Protocol is { } protocol ? (byte)protocol : null);
        Append(text, " src ", PreferredSource);
        Append(text, " metric ", Priority);
        text.Append(IsOnLink ? " onlink" : null);
        foreach (NextHop hop in NextHops)
        {
            text.Append(' ').Append(hop);
        }

        return text.ToString();
    }

    string? INetlinkBody.Describe() => ToString();

    private static void Append(StringBuilder text, string name, object? value)
    {
        if (value is not null)
        {
            text.Append(name).Append(CultureInfo.InvariantCulture, $"{value}");
        }
    }
}
