using System.Text.Json;
using Microsoft.DurableTask;

namespace SloFunctions.LocalHost.Durable.Replay;

/// <summary>A task with a result of type <typeparamref name="T"/>. What waits for it goes on before the call that completes it returns.</summary>
internal sealed class ResultTask<T>(string name, int id) : OpenTask(name, id)
{
    private readonly TaskCompletionSource<T> source = new();

    public Task<T> Task => source.Task;

    public override void Complete(string? text)
    {
        T? value;
        try
        {
            value = DurablePayload.Read<T>(text);
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException or InvalidOperationException)
        {
            Fail(TaskFailures.Of(unreadable.GetType().FullName!, $"What {Name} came to cannot be read as {typeof(T).Name}: {unreadable.Message}"));
            return;
        }

        source.TrySetResult(value!);
    }

    public override void Fail(TaskFailureDetails failure) => source.TrySetException(new TaskFailedException(Name, Id, failure));

    public void Cancel(CancellationToken cancellation) => source.TrySetCanceled(cancellation);
}
