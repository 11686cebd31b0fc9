using System.Diagnostics;
using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ClusterLab.Views;

/// <summary>Where people read along: colours and a spinner on a terminal, plain lines elsewhere.</summary>
internal sealed class LabConsole
{
    // Where nobody's window bounds the lines, a table need not be broken.
    private const int WidthOfFiles = 200;

    private readonly IAnsiConsole _console;
    private readonly bool _isTerminal;

    /// <summary>Opens it.</summary>
    /// <param name="usesError">Whether it is standard error, because standard output is for a program.</param>
    public LabConsole(bool usesError)
    {
        _isTerminal = !(usesError ? Console.IsErrorRedirected : Console.IsOutputRedirected);
        _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(usesError ? Console.Error : Console.Out) });
        if (!_isTerminal)
            _console.Profile.Width = WidthOfFiles;
    }

    /// <summary>Columns that a line may have.</summary>
    public int Width => _console.Profile.Width;

    /// <summary>Does a step, and tells what it is and then what became of it.</summary>
    public async Task<T> StepAsync<T>(string doing, Func<Task<T>> work, Func<T, string> done)
    {
        long start = Stopwatch.GetTimestamp();
        T result = _isTerminal ? await _console.Status().StartAsync(Markup.Escape(doing), _ => work()) : await work();
        _console.MarkupLineInterpolated($"[green]✓[/] {done(result)} [grey]({Seconds(Stopwatch.GetElapsedTime(start))} s)[/]");
        return result;
    }

    /// <summary>As <see cref="StepAsync"/>, for what does not wait.</summary>
    public Task<T> StepAtOnceAsync<T>(string doing, Func<T> work, Func<T, string> done) => StepAsync(doing, () => Task.Run(work), done);

    /// <summary>A line of text, unbroken: it may be a command or a path.</summary>
    public void Line(string text = "") => _console.Profile.Out.Writer.WriteLine(text);

    /// <summary>A line that says how it ended.</summary>
    public void Verdict(bool isGood, string text) => _console.Write(new Text(text + "\n", new Style(isGood ? Color.Green : Color.Red, decoration: Decoration.Bold)));

    /// <summary>A heading, after an empty line.</summary>
    public void Heading(string text)
    {
        _console.WriteLine();
        _console.Write(new Text(text + "\n", new Style(decoration: Decoration.Bold)));
    }

    /// <summary>A table or the like.</summary>
    public void Show(IRenderable content) => _console.Write(content);

    /// <summary>A table, or why there is none.</summary>
    public void ShowOr(Table table, string ifEmpty)
    {
        if (table.Rows.Count > 0)
            Show(table);
        else
            Line(ifEmpty);
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("F2", CultureInfo.InvariantCulture);
}
