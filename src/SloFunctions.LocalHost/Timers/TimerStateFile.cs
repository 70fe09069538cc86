using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace SloFunctions.LocalHost.Timers;

/// <summary>Remembers one timer in one small file. A file that cannot be used is worth a warning, never a failure.</summary>
internal sealed class TimerStateFile(string directory, string function, ILogger log)
{
    private string PathOfFile => Path.Combine(directory, function + ".json");

    /// <summary>The folder used when no setting names one.</summary>
    public static string DefaultDirectory()
    {
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(data.Length > 0 ? data : Path.GetTempPath(), "SloFunctions", "LocalHost", "timers");
    }

    /// <summary>What was remembered, or null.</summary>
    public TimerState? Read()
    {
        try
        {
            return JsonSerializer.Deserialize<TimerState>(File.ReadAllBytes(PathOfFile));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception failure) when (failure is JsonException or IOException or UnauthorizedAccessException)
        {
            log.TimerStateLost(function, "read", failure);
            return null;
        }
    }

    public void Write(TimerState state)
    {
        try
        {
            Directory.CreateDirectory(directory);

            // Renamed into place, so that a host that is killed leaves the old file or the new one, never half a file.
            var draft = PathOfFile + ".new";
            File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(state));
            File.Move(draft, PathOfFile, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            log.TimerStateLost(function, "written", failure);
        }
    }
}
