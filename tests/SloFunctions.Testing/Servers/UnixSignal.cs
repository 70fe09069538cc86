using System.Runtime.InteropServices;

namespace SloFunctions.Testing.Servers;

static class UnixSignal
{
    const int Interrupt = 2;

    /// <summary>Asks a process to end in good order.</summary>
    public static void SendInterrupt(int processId) => _ = Kill(processId, Interrupt);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int Kill(int processId, int signal);
}
