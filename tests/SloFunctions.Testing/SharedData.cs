namespace SloFunctions.Testing;

/// <summary>Reference data sets that are kept beside the checkout, too large or not ours to commit.</summary>
public static class SharedData
{
    /// <summary>The absolute path of the data folder, or null when this machine has none.</summary>
    public static string? Path { get; } = Find();

    internal static string? SkipReason =>
        Path is null ? "The reference data is not on this machine: there is no folder shared/data beside the checkout." : null;

    private static string? Find()
    {
        var folder = System.IO.Path.GetFullPath(RepositoryRoot.Combine("..", "shared", "data"));
        return Directory.Exists(folder) ? folder : null;
    }
}
