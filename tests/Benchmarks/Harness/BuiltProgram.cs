using System.Diagnostics;
using SloFunctions.Testing;
using SloFunctions.Testing.Servers;

namespace SloFunctions.Benchmarks.Harness;

/// <summary>The programs of this repository as built for release.</summary>
internal static class BuiltProgram
{
    /// <summary>Starts one and waits until it listens.</summary>
    public static Task<ListeningProcess> StartAsync(
        string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> settings)
    {
        string file = RepositoryRoot.Combine("artifacts", "bin", program, "release", program + ".dll");
        var start = new ProcessStartInfo("dotnet", [file, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return ListeningProcess.StartAsync(start);
    }
}
