namespace ClusterLab.Diagrams;

/// <summary>Where the diagrams go: <c>artifacts/demo/</c> beside the build, or the directory for temporary files if that cannot be written.</summary>
internal static class DiagramFiles
{
    /// <summary>Writes a topology as SVG and as Mermaid.</summary>
    /// <returns>The paths.</returns>
    /// <exception cref="IOException">Neither place can be written.</exception>
    public static (string Svg, string Mermaid) Write(LabOptions options, Topology topology)
    {
        string name = $"{options.NetworkName}-{options.Nodes}x{options.Pods}-{options.FamilyNames.ToLowerInvariant()}";
        if (FindArtifacts() is { } artifacts)
        {
            try
            {
                return WriteTo(Path.Combine(artifacts, "demo"), name, topology);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // A read-only file system: the other place may do.
            }
        }

        return WriteTo(Path.Combine(Path.GetTempPath(), "kubenet-demo"), name, topology);
    }

    private static (string Svg, string Mermaid) WriteTo(string directory, string name, Topology topology)
    {
        Directory.CreateDirectory(directory);
        string svg = Path.Combine(directory, $"{name}.svg");
        string mermaid = Path.Combine(directory, $"{name}.mmd");
        Replace(svg, SvgDiagram.Draw(topology));
        Replace(mermaid, MermaidDiagram.Draw(topology));
        return (svg, mermaid);
    }

    // Whoever reads meanwhile has the old diagram or the new one, never half of it.
    private static void Replace(string path, string text)
    {
        string unfinished = $"{path}.{Environment.ProcessId}";
        File.WriteAllText(unfinished, text);
        File.Move(unfinished, path, overwrite: true);
    }

    private static string? FindArtifacts()
    {
        for (DirectoryInfo? directory = new(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (directory.Name == "artifacts")
                return directory.FullName;
        }

        return null;
    }
}
