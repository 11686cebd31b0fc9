using System.Text.Json;
using KubeNet.Netlink.Namespaces;
using Microsoft.Win32.SafeHandles;

namespace KubeNet.Testing.Leftovers;

/// <summary>
/// The record of a network, written ahead of what it tells of, so that whoever comes after a killed process finds all that it
/// made. One line each, appended in one write: a process that is killed leaves at most one line unfinished.
/// </summary>
internal sealed class Journal : IDisposable
{
    private readonly JournalDirectory _directory;
    private readonly FileStream _file;
    private readonly List<(string Name, NamespaceIdentity Identity)> _namespaces = [];

    private Journal(JournalDirectory directory, string network, FileStream file)
    {
        _directory = directory;
        _file = file;
        Network = network;
    }

    public string Network { get; }

    /// <summary>Begins the journal of a network, and removes what dead processes left.</summary>
    public static Journal Begin(JournalDirectory directory, string? label, bool keep)
    {
        directory.Prepare();

        // Under the lock a journal without a first line is one whose writer was killed.
        using SafeFileHandle exclusive = directory.Lock();
        _ = NetworkLeftovers.Remove(directory, includeKept: false);
        string network = NetworkName.CreateId(label);
        FileStream file = directory.CreateFile(network);
        var journal = new Journal(directory, network, file);
        journal.Append(new JournalLine { Network = network, Owner = ProcessIdentity.Current, Keep = keep });
        return journal;
    }

    /// <summary>Says that a namespace is about to get a name.</summary>
    public void Announce(string name, NamespaceIdentity identity)
    {
        _namespaces.Add((name, identity));
        Append(new JournalLine { Namespace = name, Identity = identity });
    }

    /// <summary>Says that the network is left standing.</summary>
    public void Release() => Append(new JournalLine { Released = true });

    /// <summary>Takes away the names that were announced, all that it can, and then the journal, unless one is left.</summary>
    public void RemoveAll()
    {
        NetworkNamespaceException? failure = null;
        foreach ((string name, NamespaceIdentity identity) in _namespaces)
        {
            try
            {
                NamespaceRemoval.Remove(name, identity);
            }
            catch (NetworkNamespaceException exception)
            {
                failure ??= exception;
            }
        }
        if (failure is not null)
            throw failure;
        _directory.Delete(Network);
    }

    public void Dispose() => _file.Dispose();

    private void Append(JournalLine line)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(line, JournalJsonContext.Default.JournalLine);
        _file.Write([.. json, (byte)'\n']);
    }
}
