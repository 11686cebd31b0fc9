namespace ClusterLab;

/// <summary>The lab cannot run so, or not here; the message says why, and what to do.</summary>
internal sealed class LabException(string message, int exitCode = ExitCodes.Failure) : Exception(message)
{
    /// <summary>How the program is to end.</summary>
    public int ExitCode { get; } = exitCode;
}
