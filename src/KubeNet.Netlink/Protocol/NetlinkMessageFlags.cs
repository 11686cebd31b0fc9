namespace KubeNet.Netlink.Protocol;

/// <summary>
/// Flags of a message (<c>NLM_F_*</c>, linux/netlink.h). What a bit above 0x80 means depends on the message:
/// the same bit is <see cref="Root"/> of a read, <see cref="Replace"/> of a creation, <see cref="Capped"/> of an acknowledgement.
/// </summary>
[Flags]
public enum NetlinkMessageFlags : ushort
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>The message asks for something (<c>NLM_F_REQUEST</c>).</summary>
    Request = 0x1,

    /// <summary>One of several messages that end with a DONE (<c>NLM_F_MULTI</c>).</summary>
    Multi = 0x2,

    /// <summary>Answer with an acknowledgement (<c>NLM_F_ACK</c>).</summary>
    Ack = 0x4,

    /// <summary>Send the notification of the change back too (<c>NLM_F_ECHO</c>).</summary>
    Echo = 0x8,

    /// <summary>What is being listed changed meanwhile (<c>NLM_F_DUMP_INTR</c>).</summary>
    DumpInterrupted = 0x10,

    /// <summary>The kernel filtered the dump as asked (<c>NLM_F_DUMP_FILTERED</c>).</summary>
    DumpFiltered = 0x20,

    /// <summary>Read: the whole table (<c>NLM_F_ROOT</c>).</summary>
    Root = 0x100,

    /// <summary>Read: what matches (<c>NLM_F_MATCH</c>).</summary>
    Match = 0x200,

    /// <summary>Read: a dump (<c>NLM_F_DUMP</c>).</summary>
    Dump = Root | Match,

    /// <summary>Creation: put in the place of what exists (<c>NLM_F_REPLACE</c>).</summary>
    Replace = 0x100,

    /// <summary>Creation: fail if it exists (<c>NLM_F_EXCL</c>).</summary>
    Exclusive = 0x200,

    /// <summary>Creation: make it if it does not exist (<c>NLM_F_CREATE</c>).</summary>
    Create = 0x400,

    /// <summary>Creation: put behind what exists (<c>NLM_F_APPEND</c>).</summary>
    Append = 0x800,

    /// <summary>Deletion: not what stands below (<c>NLM_F_NONREC</c>).</summary>
    NonRecursive = 0x100,

    /// <summary>Deletion: all that match (<c>NLM_F_BULK</c>, since Linux 5.19).</summary>
    Bulk = 0x200,

    /// <summary>Acknowledgement: the request was not sent back in full (<c>NLM_F_CAPPED</c>).</summary>
    Capped = 0x100,

    /// <summary>Acknowledgement: attributes with the kernel's words follow (<c>NLM_F_ACK_TLVS</c>).</summary>
    AckAttributes = 0x200,
}
