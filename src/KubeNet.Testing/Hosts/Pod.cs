namespace KubeNet.Testing.Hosts;

/// <summary>A pod: a network namespace with one link, to its host.</summary>
public sealed class Pod : VirtualNode
{
    /// <summary>The name of the pod's link.</summary>
    public const string InterfaceName = "eth0";

    internal Pod(VirtualHost host, string name, PodAttachment attachment, string hostInterface)
        : base(host.Network, name, $"{host.Name}-{name}", NodeSysctls.Host)
    {
        Host = host;
        Attachment = attachment;
        HostInterface = hostInterface;
    }

    /// <summary>The host on which it is.</summary>
    public VirtualHost Host { get; }

    /// <summary>How it hangs on the host.</summary>
    public PodAttachment Attachment { get; }

    /// <summary>The name of its link's other end, on the host.</summary>
    public string HostInterface { get; }
}
