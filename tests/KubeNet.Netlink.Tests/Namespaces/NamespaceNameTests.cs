using KubeNet.Netlink.Namespaces;

namespace KubeNet.Netlink.Tests.Namespaces;

public sealed class NamespaceNameTests
{
    [Theory]
    [InlineData("", "A network namespace's name must not be empty.")]
    [InlineData(".", "A network namespace's name must not be '.'.")]
    [InlineData("..", "A network namespace's name must not be '..'.")]
    [InlineData("a/b", "A network namespace's name must not contain '/'.")]
    [InlineData("a\0b", "A network namespace's name must not contain NUL.")]
    public void A_name_that_is_no_file_name_is_refused_with_the_rule(string name, string message)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => NetworkNamespace.Open(name));

        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
        Assert.Equal("name", exception.ParamName);
    }

    [Fact]
    public void Its_length_is_counted_in_bytes()
    {
        NamespaceName.Validate(new string('é', 127));

        Assert.Throws<ArgumentException>(() => NamespaceName.Validate(new string('é', 128)));
    }
}
