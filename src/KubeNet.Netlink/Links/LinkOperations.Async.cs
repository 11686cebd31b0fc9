using KubeNet.Netlink.Namespaces;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.Links;

/// <remarks>The kernel answers while it takes a request, so the asynchronous forms are done when they return; the token is looked at before.</remarks>
public sealed partial class LinkOperations
{
    /// <inheritdoc cref="TryGet(LinkReference, LinkFields)"/>
    public ValueTask<Link?> TryGetAsync(LinkReference link, LinkFields fields = LinkFields.None, CancellationToken cancellationToken = default) =>
        Completed.Run((operations: this, link, fields), static x => x.operations.TryGet(x.link, x.fields), cancellationToken);

    /// <inheritdoc cref="Get(LinkReference, LinkFields)"/>
    public ValueTask<Link> GetAsync(LinkReference link, LinkFields fields = LinkFields.None, CancellationToken cancellationToken = default) =>
        Completed.Run((operations: this, link, fields), static x => x.operations.Get(x.link, x.fields), cancellationToken);

    /// <inheritdoc cref="Delete(LinkReference)"/>
    public ValueTask DeleteAsync(LinkReference link, CancellationToken cancellationToken = default) =>
        Completed.Run((operations: this, link), static x => x.operations.Delete(x.link), cancellationToken);

    /// <inheritdoc cref="TryDelete(LinkReference)"/>
    public ValueTask<bool> TryDeleteAsync(LinkReference link, CancellationToken cancellationToken = default) =>
        Completed.Run((operations: this, link), static x => x.operations.TryDelete(x.link), cancellationToken);

    /// <inheritdoc cref="DeleteGroup(uint)"/>
    public ValueTask<bool> DeleteGroupAsync(uint group, CancellationToken cancellationToken = default) =>
        Completed.Run((operations: this, group), static x => x.operations.DeleteGroup(x.group), cancellationToken);

    /// <inheritdoc cref="Change(LinkReference, Link)"/>
    public ValueTask ChangeAsync(LinkReference link, Link changes, CancellationToken cancellationToken = default) =>
        Completed.Run((operations: this, link, changes), static x => x.operations.Change(x.link, x.changes), cancellationToken);

    /// <inheritdoc cref="SetUp(LinkReference)"/>
    public ValueTask SetUpAsync(LinkReference link, CancellationToken cancellationToken = default) =>
        Completed.Run((operations: this, link), static x => x.operations.SetUp(x.link), cancellationToken);

    /// <inheritdoc cref="SetDown(LinkReference)"/>
    public ValueTask SetDownAsync(LinkReference link, CancellationToken cancellationToken = default) =>
        Completed.Run((operations: this, link), static x => x.operations.SetDown(x.link), cancellationToken);

    /// <inheritdoc cref="Rename(LinkReference, string)"/>
    public ValueTask RenameAsync(LinkReference link, string newName, CancellationToken cancellationToken = default) =>
        Completed.Run((operations: this, link, newName), static x => x.operations.Rename(x.link, x.newName), cancellationToken);

    /// <inheritdoc cref="SetMaster(LinkReference, LinkReference)"/>
    public ValueTask SetMasterAsync(LinkReference link, LinkReference master, CancellationToken cancellationToken = default) =>
        Completed.Run((operations: this, link, master), static x => x.operations.SetMaster(x.link, x.master), cancellationToken);

    /// <inheritdoc cref="RemoveMaster(LinkReference)"/>
    public ValueTask RemoveMasterAsync(LinkReference link, CancellationToken cancellationToken = default) =>
        Completed.Run((operations: this, link), static x => x.operations.RemoveMaster(x.link), cancellationToken);

    /// <inheritdoc cref="SetMtu(LinkReference, int)"/>
    public ValueTask SetMtuAsync(LinkReference link, int mtu, CancellationToken cancellationToken = default) =>
        Completed.Run((operations: this, link, mtu), static x => x.operations.SetMtu(x.link, x.mtu), cancellationToken);

    /// <inheritdoc cref="SetAddress(LinkReference, MacAddress)"/>
    public ValueTask SetAddressAsync(LinkReference link, MacAddress address, CancellationToken cancellationToken = default) =>
        Completed.Run((operations: this, link, address), static x => x.operations.SetAddress(x.link, x.address), cancellationToken);

    /// <inheritdoc cref="SetAlias(LinkReference, string)"/>
    public ValueTask SetAliasAsync(LinkReference link, string alias, CancellationToken cancellationToken = default) =>
        Completed.Run((operations: this, link, alias), static x => x.operations.SetAlias(x.link, x.alias), cancellationToken);

    /// <inheritdoc cref="SetGroup(LinkReference, uint)"/>
    public ValueTask SetGroupAsync(LinkReference link, uint group, CancellationToken cancellationToken = default) =>
        Completed.Run((operations: this, link, group), static x => x.operations.SetGroup(x.link, x.group), cancellationToken);

    /// <inheritdoc cref="SetCarrier(LinkReference, bool)"/>
    public ValueTask SetCarrierAsync(LinkReference link, bool hasCarrier, CancellationToken cancellationToken = default) =>
        Completed.Run((operations: this, link, hasCarrier), static x => x.operations.SetCarrier(x.link, x.hasCarrier), cancellationToken);

    /// <inheritdoc cref="AddAlternativeName(LinkReference, string)"/>
    public ValueTask AddAlternativeNameAsync(LinkReference link, string name, CancellationToken cancellationToken = default) =>
        Completed.Run((operations: this, link, name), static x => x.operations.AddAlternativeName(x.link, x.name), cancellationToken);

    /// <inheritdoc cref="RemoveAlternativeName(LinkReference, string)"/>
    public ValueTask RemoveAlternativeNameAsync(LinkReference link, string name, CancellationToken cancellationToken = default) =>
        Completed.Run((operations: this, link, name), static x => x.operations.RemoveAlternativeName(x.link, x.name), cancellationToken);

    /// <inheritdoc cref="MoveTo(LinkReference, NetworkNamespace, string)"/>
    public ValueTask MoveToAsync(LinkReference link, NetworkNamespace target, string? newName = null, CancellationToken cancellationToken = default) =>
        Completed.Run((operations: this, link, target, newName), static x => x.operations.MoveTo(x.link, x.target, x.newName), cancellationToken);
}
