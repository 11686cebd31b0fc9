using System.Globalization;
using System.Text;

namespace KubeNet.Netlink.State;

/// <summary>Writes words and values one after the other, and leaves out those that are not there.</summary>
internal readonly struct StateText
{
    private readonly StringBuilder _text = new();
    private readonly string _prefix;

    public StateText() => _prefix = string.Empty;

    /// <param name="prefix">Comes before the first word, if there is one.</param>
    public StateText(string prefix) => _prefix = prefix;

    public StateText Add<T>(string word, T? value)
    {
        if (value is not null)
        {
            Separate().Append(CultureInfo.InvariantCulture, $"{word} {value}");
        }

        return this;
    }

    public StateText Add(bool applies, string word)
    {
        if (applies)
        {
            Separate().Append(word);
        }

        return this;
    }

    public override string ToString() => _text.ToString();

    private StringBuilder Separate() => _text.Append(_text.Length == 0 ? _prefix : " ");
}
