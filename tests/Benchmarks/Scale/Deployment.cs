namespace SloFunctions.Benchmarks.Scale;

/// <summary>What a bulk run is given.</summary>
/// <param name="Instances">Instances of the app.</param>
/// <param name="Cores">Cores of each.</param>
/// <param name="Slots">Activities that each runs at once.</param>
/// <param name="DatabaseCores">Cores of the database.</param>
/// <param name="Iops">Operations that its disk does in a second.</param>
/// <param name="RoundTripMs">How long a question travels to the database and back, milliseconds.</param>
/// <param name="CommitMs">How long the disk takes for a commit, milliseconds.</param>
/// <param name="ActivityMs">How long an activity lies in queues, and its result, milliseconds.</param>
/// <param name="IsShared">Whether app and database share the cores of one machine, as they do in a measurement.</param>
public sealed record Deployment(
    int Instances, int Cores, int Slots, int DatabaseCores, double Iops, double RoundTripMs, double CommitMs, double ActivityMs, bool IsShared = false);
