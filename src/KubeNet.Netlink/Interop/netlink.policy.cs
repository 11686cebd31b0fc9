namespace KubeNet.Netlink.Interop;

internal static partial class netlink
{
    // Attribute types in a policy.
    public const uint NL_ATTR_TYPE_INVALID = 0;
    public const uint NL_ATTR_TYPE_FLAG = 1;
    public const uint NL_ATTR_TYPE_U8 = 2;
    public const uint NL_ATTR_TYPE_U16 = 3;
    public const uint NL_ATTR_TYPE_U32 = 4;
    public const uint NL_ATTR_TYPE_U64 = 5;
    public const uint NL_ATTR_TYPE_S8 = 6;
    public const uint NL_ATTR_TYPE_S16 = 7;
    public const uint NL_ATTR_TYPE_S32 = 8;
    public const uint NL_ATTR_TYPE_S64 = 9;
    public const uint NL_ATTR_TYPE_BINARY = 10;
    public const uint NL_ATTR_TYPE_STRING = 11;
    public const uint NL_ATTR_TYPE_NUL_STRING = 12;
    public const uint NL_ATTR_TYPE_NESTED = 13;
    public const uint NL_ATTR_TYPE_NESTED_ARRAY = 14;
    public const uint NL_ATTR_TYPE_BITFIELD32 = 15;

    // Attributes of a policy.
    public const ushort NL_POLICY_TYPE_ATTR_UNSPEC = 0;
    public const ushort NL_POLICY_TYPE_ATTR_TYPE = 1;
    public const ushort NL_POLICY_TYPE_ATTR_MIN_VALUE_S = 2;
    public const ushort NL_POLICY_TYPE_ATTR_MAX_VALUE_S = 3;
    public const ushort NL_POLICY_TYPE_ATTR_MIN_VALUE_U = 4;
    public const ushort NL_POLICY_TYPE_ATTR_MAX_VALUE_U = 5;
    public const ushort NL_POLICY_TYPE_ATTR_MIN_LENGTH = 6;
    public const ushort NL_POLICY_TYPE_ATTR_MAX_LENGTH = 7;
    public const ushort NL_POLICY_TYPE_ATTR_POLICY_IDX = 8;
    public const ushort NL_POLICY_TYPE_ATTR_POLICY_MAXTYPE = 9;
    public const ushort NL_POLICY_TYPE_ATTR_BITFIELD32_MASK = 10;
    public const ushort NL_POLICY_TYPE_ATTR_PAD = 11;
    public const ushort NL_POLICY_TYPE_ATTR_MASK = 12;
}
