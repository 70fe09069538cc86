namespace SloFunctions.Domain.Drift;

/// <summary>Changes of which direction the Page-Hinkley test tells.</summary>
public enum PageHinkleySide
{
    /// <summary>Both.</summary>
    Both,

    /// <summary>Upwards only.</summary>
    Up,

    /// <summary>Downwards only.</summary>
    Down,
}
