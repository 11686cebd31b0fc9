using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.Tests.Transport;

/// <summary>A kernel with a table of samples.</summary>
internal sealed class SampleKernel
{
    public SampleKernel(int notificationCapacity = int.MaxValue) =>
        Kernel = new InMemoryKernel(Handle) { NotificationCapacity = notificationCapacity };

    public InMemoryKernel Kernel { get; }

    public SortedDictionary<int, Sample> Table { get; } = [];

    /// <summary>How many of the next dumps say that the table changed meanwhile.</summary>
    public int Interruptions { get; set; }

    public int Dumps { get; private set; }

    /// <summary>Changes the table and tells of it.</summary>
    public void Put(Sample sample)
    {
        Table[sample.Index] = sample;
        Kernel.Notify(Sample.Group, Sample.New, sample);
    }

    /// <summary>Deletes from the table and tells of it.</summary>
    public void Remove(int index)
    {
        Table.Remove(index, out Sample? sample);
        Kernel.Notify(Sample.Group, Sample.Delete, sample!);
    }

    private void Handle(in NetlinkMessage request, InMemoryReply reply)
    {
        var sample = Sample.Read(request.Payload);
        NetlinkMessageFlags flags = request.Header.Flags;
        switch (request.Header.Type)
        {
            case Sample.Get when (flags & NetlinkMessageFlags.Dump) == NetlinkMessageFlags.Dump:
                Dumps++;
                bool isInterrupted = Interruptions-- > 0;
                foreach (Sample item in Table.Values)
                {
                    reply.Part(Sample.New, item);
                    reply.EndDatagram();
                }

                reply.Done(isInterrupted: isInterrupted);
                break;
            case Sample.Get when Table.TryGetValue(sample.Index, out Sample? found):
                reply.Object(Sample.New, found);
                break;
            case Sample.Get:
                reply.Fail(LinuxError.ENODEV, "no such sample");
                break;
            case Sample.New when (flags & NetlinkMessageFlags.Exclusive) != 0 && Table.ContainsKey(sample.Index):
                reply.Fail(LinuxError.EEXIST);
                break;
            case Sample.New:
                Put(sample);
                break;
            case Sample.Delete when Table.ContainsKey(sample.Index):
                Remove(sample.Index);
                break;
            case Sample.Delete:
                reply.Fail(LinuxError.ENODEV);
                break;
            default:
                reply.Fail(LinuxError.EOPNOTSUPP);
                break;
        }
    }
}
