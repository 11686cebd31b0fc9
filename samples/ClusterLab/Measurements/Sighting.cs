namespace ClusterLab.Measurements;

/// <summary>Packets alike that were seen on the underlay.</summary>
/// <param name="From">The node from which they came.</param>
/// <param name="To">The node to which they went.</param>
/// <param name="Outermost">The outer headers of the first of them.</param>
/// <param name="Carried">What the first of them carried; null if it was not encapsulated.</param>
/// <param name="Count">How many there were.</param>
internal sealed record Sighting(string From, string To, string Outermost, string? Carried, int Count)
{
    /// <summary>The first packet on one line.</summary>
    public string Summary => Carried is null ? $"{Outermost}, not encapsulated" : $"{Outermost}, carries {Carried}";
}
