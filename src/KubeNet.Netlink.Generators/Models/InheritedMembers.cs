using System;

namespace KubeNet.Netlink.Generators.Models;

/// <summary>Members that a record has from its base class, and which are therefore overridden or left out.</summary>
[Flags]
internal enum InheritedMembers
{
    None = 0,
    Name = 1,
    Write = 2,
    Attributes = 4,
    HeaderLength = 8,
    UnknownAttributes = 16,
    Constructor = 32,
}
