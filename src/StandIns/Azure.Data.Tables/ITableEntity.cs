namespace Azure.Data.Tables;

/// <summary>A row of a table.</summary>
public interface ITableEntity
{
    /// <summary>Which rows it is kept with.</summary>
    string PartitionKey { get; set; }

    /// <summary>Its name within the partition.</summary>
    string RowKey { get; set; }

    /// <summary>When the service last wrote it; null for a row that was not read.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>Its version.</summary>
    ETag ETag { get; set; }
}
