namespace Microsoft.DurableTask;

/// <summary>The name of an orchestrator or an activity.</summary>
public readonly struct TaskName : IEquatable<TaskName>
{
    /// <summary>A name.</summary>
    public TaskName(string name) => Name = name;

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The text of a name.</summary>
    public static implicit operator string(TaskName value) => value.Name;

    /// <summary>A text as a name.</summary>
    public static implicit operator TaskName(string value) => new(value);

    /// <summary>Whether two names are the same, whatever their letters' case.</summary>
    public static bool operator ==(TaskName a, TaskName b) => a.Equals(b);

    /// <summary>Whether two names differ.</summary>
    public static bool operator !=(TaskName a, TaskName b) => !a.Equals(b);

    /// <inheritdoc/>
    public bool Equals(TaskName other) => string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TaskName other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Name ?? "");

    /// <inheritdoc/>
    public override string ToString() => Name ?? "";
}
