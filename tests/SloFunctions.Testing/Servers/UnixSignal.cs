using System.Runtime.InteropServices;

namespace SloFunctions.Testing.Servers;

/// <summary>Signals to processes that a test has started.</summary>
public static class UnixSignal
{
    private const int Interrupt = 2;
    private const int Terminate = 15;

    /// <summary>Asks a process to end in good order, as Ctrl-C does.</summary>
    public static void SendInterrupt(int processId) => _ = Kill(processId, Interrupt);

    /// <summary>Asks a process to end in good order, as a service manager does.</summary>
    public static void SendTerminate(int processId) => _ = Kill(processId, Terminate);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
