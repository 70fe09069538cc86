using System.Diagnostics;

namespace Infrastructure.Tests.Servers;

internal static class RunningProcess
{
    public static bool Exists(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
