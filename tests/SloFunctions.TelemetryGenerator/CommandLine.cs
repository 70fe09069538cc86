namespace SloFunctions.TelemetryGenerator;

/// <summary>The command as a person calls it.</summary>
public static class CommandLine
{
    /// <summary>Runs the command; returns its exit code: 0 done, 1 files could not be written, 2 bad arguments.</summary>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter errors)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(errors);
        if (args.Contains("--help"))
        {
            output.WriteLine(GeneratorOptions.Usage);
            return 0;
        }

        try
        {
            var options = GeneratorOptions.Parse(args);
            Generator.Run(options);
            output.WriteLine($"Wrote metrics.om, truth.json and graph.json to {options.OutputDirectory}");
            return 0;
        }
        catch (UsageException e)
        {
            errors.WriteLine(e.Message);
            errors.WriteLine(GeneratorOptions.Usage);
            return 2;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"Cannot write the files: {e.Message}");
            return 1;
        }
    }
}
