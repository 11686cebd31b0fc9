namespace ClusterLab;

/// <summary>How the program ends.</summary>
internal static class ExitCodes
{
    /// <summary>Every pair of pods answered.</summary>
    public const int Success = 0;

    /// <summary>A pair did not, or the cluster could not be made.</summary>
    public const int Failure = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int Usage = 2;
}
