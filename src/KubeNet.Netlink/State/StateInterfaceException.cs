namespace KubeNet.Netlink.State;

/// <summary>A wanted object names an interface that does not exist, and the state does not make it.</summary>
public sealed class StateInterfaceException : InvalidOperationException
{
    /// <summary>Makes the exception with its words.</summary>
    public StateInterfaceException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }

    /// <summary>Makes the exception without words of its own.</summary>
    public StateInterfaceException() : this("There is no such interface.")
    {
    }
}
