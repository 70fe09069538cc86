namespace SloFunctions.Testing;

/// <summary>The checkout that the running tests were built from.</summary>
public static class RepositoryRoot
{
    private const string Marker = "SloFunctions.sln";

    private static readonly Lazy<string> Found = new(() => Find(AppContext.BaseDirectory));

    /// <summary>The absolute path of the folder that holds SloFunctions.sln.</summary>
    /// <exception cref="DirectoryNotFoundException">No folder above the test assembly holds it.</exception>
    public static string Path => Found.Value;

    /// <summary>The absolute path of a file or folder named by its path inside the checkout.</summary>
    public static string Combine(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, Marker)))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {start} holds {Marker}.");
    }
}
