using System.Collections;

namespace Azure.Data.Tables;

/// <summary>A row as a dictionary of its properties.</summary>
public sealed class TableEntity : ITableEntity, IDictionary<string, object>
{
    internal const string ETagName = "odata.etag";

    private readonly Dictionary<string, object> properties = new(StringComparer.Ordinal);

    /// <summary>A row without keys.</summary>
    public TableEntity()
    {
    }

    /// <summary>A row without properties.</summary>
    public TableEntity(string partitionKey, string rowKey) => (PartitionKey, RowKey) = (partitionKey, rowKey);

    /// <inheritdoc/>
    public string PartitionKey
    {
        get => GetString(nameof(PartitionKey))!;
        set => properties[nameof(PartitionKey)] = value;
    }

    /// <inheritdoc/>
    public string RowKey
    {
        get => GetString(nameof(RowKey))!;
        set => properties[nameof(RowKey)] = value;
    }

    /// <inheritdoc/>
    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(nameof(Timestamp));
        set => Set(nameof(Timestamp), value);
    }

    /// <inheritdoc/>
    public ETag ETag
    {
        get => GetString(ETagName) is { } tag ? new ETag(tag) : default;
        set => Set(ETagName, value == default ? null : value.ToString());
    }

    /// <inheritdoc/>
    public ICollection<string> Keys => properties.Keys;

    /// <inheritdoc/>
    public int Count => properties.Count;

    ICollection<object> IDictionary<string, object>.Values => properties.Values;

    bool ICollection<KeyValuePair<string, object>>.IsReadOnly => false;

    /// <summary>A property; null when there is none of the name.</summary>
    public object this[string key]
    {
        get => properties.GetValueOrDefault(key)!;
        set => Set(key, value);
    }

    /// <summary>A text; null when there is no such property.</summary>
    /// <exception cref="InvalidOperationException">It is of another type.</exception>
    public string? GetString(string key) => (string?)Get(key, typeof(string));

    /// <summary>A truth value; null when there is no such property.</summary>
    /// <exception cref="InvalidOperationException">It is of another type.</exception>
    public bool? GetBoolean(string key) => (bool?)Get(key, typeof(bool));

    /// <summary>A number; null when there is no such property.</summary>
    /// <exception cref="InvalidOperationException">It is of another type.</exception>
    public int? GetInt32(string key) => (int?)Get(key, typeof(int));

    /// <summary>A number; null when there is no such property.</summary>
    /// <exception cref="InvalidOperationException">It is of another type.</exception>
    public long? GetInt64(string key) => (long?)Get(key, typeof(long));

    /// <summary>A number; null when there is no such property.</summary>
    /// <exception cref="InvalidOperationException">It is of another type.</exception>
    public double? GetDouble(string key) => (double?)Get(key, typeof(double));

    /// <summary>An id; null when there is no such property.</summary>
    /// <exception cref="InvalidOperationException">It is of another type.</exception>
    public Guid? GetGuid(string key) => (Guid?)Get(key, typeof(Guid));

    /// <summary>A time; null when there is no such property.</summary>
    /// <exception cref="InvalidOperationException">It is of another type.</exception>
    public DateTimeOffset? GetDateTimeOffset(string key) => (DateTimeOffset?)Get(key, typeof(DateTimeOffset));

    /// <summary>Bytes; null when there is no such property.</summary>
    /// <exception cref="InvalidOperationException">It is of another type.</exception>
    public byte[]? GetBinary(string key) => (byte[]?)Get(key, typeof(byte[]));

    /// <inheritdoc/>
    public void Add(string key, object value) => Set(key, value);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => properties.ContainsKey(key);

    /// <inheritdoc/>
    public bool Remove(string key) => properties.Remove(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, out object value) => properties.TryGetValue(key, out value!);

    /// <inheritdoc/>
    public void Clear() => properties.Clear();

    void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => Set(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) => properties.Contains(item);

    void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object>>)properties).CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) => Remove(item.Key);

    IEnumerator<KeyValuePair<string, object>> IEnumerable<KeyValuePair<string, object>>.GetEnumerator() => properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => properties.GetEnumerator();

    // No value is the same as no property.
    private void Set(string key, object? value)
    {
        if (value is null) properties.Remove(key);
        else properties[key] = value;
    }

    private object? Get(string key, Type type)
    {
        if (!properties.TryGetValue(key, out object? value) || value is null) return null;
        return value.GetType() == type
            ? value
            : throw new InvalidOperationException($"Cannot return {type} type for a {value.GetType()} typed property.");
    }
}
