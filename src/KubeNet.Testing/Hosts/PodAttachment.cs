namespace KubeNet.Testing.Hosts;

/// <summary>How a pod hangs on its host.</summary>
public enum PodAttachment
{
    /// <summary>On the host's pod bridge, <c>cni0</c>, which has the gateway's address: as Flannel does with the bridge plugin.</summary>
    Bridge,

    /// <summary>By a link of its own: the host has a route to each pod, and pods know nothing but the host. As Calico does.</summary>
    Routed,
}
