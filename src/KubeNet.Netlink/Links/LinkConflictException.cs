namespace KubeNet.Netlink.Links;

/// <summary>
/// A link exists that cannot become what is wanted: it is of another kind, or differs in an attribute that it has for life,
/// such as a VXLAN identifier. Delete it first, or want another name.
/// </summary>
public sealed class LinkConflictException : InvalidOperationException
{
    internal LinkConflictException(string link, LinkConflict conflict)
        : base($"The link '{link}' exists with {conflict.Property} {conflict.Actual ?? "(none)"}, and {conflict.Wanted} is wanted. "
            + "That cannot be changed: delete the link first, or give the other one another name.")
    {
        Link = link;
        Property = conflict.Property;
        Wanted = conflict.Wanted;
        Actual = conflict.Actual;
    }

    /// <summary>Makes the exception with other words.</summary>
    public LinkConflictException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }

    /// <summary>Makes the exception without words of its own.</summary>
    public LinkConflictException() : this("A link exists that cannot become what is wanted.")
    {
    }

    /// <summary>The link's name.</summary>
    public string? Link { get; }

    /// <summary>The property that differs, such as <c>Vni</c> or <c>Kind</c>.</summary>
    public string? Property { get; }

    /// <summary>The value that is wanted.</summary>
    public string? Wanted { get; }

    /// <summary>The value that the link has; null if it has none.</summary>
    public string? Actual { get; }
}
