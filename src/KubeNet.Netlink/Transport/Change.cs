namespace KubeNet.Netlink.Transport;

/// <summary>A change of a kernel table, as a watch sees it.</summary>
/// <typeparam name="T">The objects of the table.</typeparam>
/// <param name="Kind">What happened.</param>
/// <param name="Object">
/// The object as it is now; with <see cref="ChangeKind.Removed"/> as it was last. Null with <see cref="ChangeKind.Synchronized"/>
/// and <see cref="ChangeKind.Resync"/>.
/// </param>
/// <param name="Previous">The object as it was before; null where it was not there.</param>
public readonly record struct Change<T>(ChangeKind Kind, T? Object, T? Previous) where T : class;
