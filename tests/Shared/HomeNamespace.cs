using System.Text.RegularExpressions;
using KubeNet.Tests.Shared;

[assembly: Xunit.AssemblyFixture(typeof(HomeNamespace))]

namespace KubeNet.Tests.Shared;

/// <summary>
/// Proves, when every test of the assembly has run, that no thread of the process was left in another network namespace, and
/// that no namespace which it made is left in <c>ip netns</c>. Other programs may make theirs meanwhile.
/// </summary>
public sealed class HomeNamespace : IDisposable
{
    private const string NamespaceFolder = "/run/netns";
    private const string JournalFolder = "/run/kubenet/testing";

    private readonly HashSet<string> _before = [.. NamesIn(NamespaceFolder)];

    public void Dispose()
    {
        List<string> away = ProcessThreads.AwaitHome();
        if (away.Count > 0)
            throw new InvalidOperationException("Threads left in a foreign network namespace: " + string.Join(", ", away));

        string journals = string.Concat(NamesIn(JournalFolder).Select(ReadOwnJournal));
        string[] left = [.. NamesIn(NamespaceFolder).Where(name => !_before.Contains(name) && (HasOwnNumber(name) || journals.Contains($"\"{name}\"", StringComparison.Ordinal)))];
        if (left.Length > 0)
            throw new InvalidOperationException("Network namespaces left: " + string.Join(", ", left));
    }

    /// <summary>Names that tests give hold the number of their process.</summary>
    private static bool HasOwnNumber(string name) => Regex.IsMatch(name, $@"(?<!\d){Environment.ProcessId}(?!\d)");

    /// <summary>The journal of a virtual network, if it is one that this process made.</summary>
    private static string ReadOwnJournal(string name)
    {
        try
        {
            string text = File.ReadAllText(Path.Combine(JournalFolder, name));
            return text.Contains($"\"processId\":{Environment.ProcessId},", StringComparison.Ordinal) ? text : string.Empty;
        }
        catch (IOException)
        {
            // Its network has ended.
            return string.Empty;
        }
    }

    private static IEnumerable<string> NamesIn(string folder) =>
        Directory.Exists(folder) ? Directory.GetFileSystemEntries(folder).Select(path => Path.GetFileName(path)) : [];
}
