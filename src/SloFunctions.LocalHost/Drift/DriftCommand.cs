using System.Text.Json;
using SloFunctions.Application.Publishing;

namespace SloFunctions.LocalHost.Drift;

/// <summary>Runs drift detectors over the series of a file, without a server.</summary>
public static class DriftCommand
{
    private const int BadInput = 2;
    private const int LargestFile = 256 << 20;
    private const string StandardInput = "-";

    private static readonly JsonSerializerOptions Indented = new(PublishedJson.Options) { WriteIndented = true };

    /// <summary>Runs <c>drift</c>.</summary>
    /// <param name="args">The arguments after <c>drift</c>.</param>
    /// <param name="input">What a hyphen reads.</param>
    /// <param name="output">Where to answer.</param>
    /// <param name="error">Where to say what is wrong with the arguments or the file.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The exit code: 0 whether or not there are changes, or 2 when the arguments or the file are wrong.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Stream input, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        string source = "";
        try
        {
            var options = DriftOptions.Parse(args);
            if (options.Help)
            {
                await output.WriteLineAsync(DriftOptions.Usage);
                return 0;
            }

            string text = await TextAsync(options.File, input, cancellation);
            source = options.File + ": ";
            var series = NumberFile.Read(text, options.Column);
            await AnswerAsync([.. series.SelectMany(s => DriftFinding.Of(s, options.Detectors, options.Latch))], options.IsJson, output);
            return 0;
        }
        catch (Exception failure) when (failure is LocalHostException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(source + failure.Message);
            return BadInput;
        }
    }

    private static async Task<string> TextAsync(string file, Stream input, CancellationToken cancellation)
    {
        if (file == StandardInput) return await TextAsync(input, "The standard input", cancellation);
        if (Directory.Exists(file)) throw new LocalHostException($"{file} is a folder; a file is expected.");
        if (!File.Exists(file)) throw new LocalHostException($"There is no file {file}.");
        await using var content = File.OpenRead(file);
        return await TextAsync(content, file, cancellation);
    }

    private static async Task<string> TextAsync(Stream content, string name, CancellationToken cancellation)
    {
        using var held = new MemoryStream();
        byte[] part = new byte[1 << 16];
        for (int read; (read = await content.ReadAsync(part, cancellation)) > 0;)
        {
            if (held.Length + read > LargestFile) throw new LocalHostException($"{name} is larger than {LargestFile >> 20} MB.");
            held.Write(part, 0, read);
        }

        return System.Text.Encoding.UTF8.GetString(held.GetBuffer(), 0, (int)held.Length);
    }

    private static async Task AnswerAsync(DriftFinding[] findings, bool isJson, TextWriter output)
    {
        if (isJson)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(findings, Indented));
            return;
        }

        int series = findings.Max(f => f.Series.Length), detector = findings.Max(f => f.Detector.Length);
        foreach (var finding in findings)
        {
            string indices = finding.Detections.Count == 0 ? "none" : string.Join(' ', finding.Detections);
            await output.WriteLineAsync($"{finding.Series.PadRight(series)}  {finding.Detector.PadRight(detector)}  {indices}");
        }
    }
}
