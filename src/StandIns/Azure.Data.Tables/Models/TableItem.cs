namespace Azure.Data.Tables.Models;

/// <summary>A table.</summary>
public class TableItem(string name)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;
}
