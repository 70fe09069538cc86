namespace SloFunctions.Domain.Tests.Drift;

/// <summary>The Page-Hinkley test as river had it: one-sided, its sum never below zero.</summary>
internal sealed class FormerPageHinkley
{
    private const double Delta = 0.005, Threshold = 50, Alpha = 0.9999;
    private const int LeastPoints = 30;
    private int count = 1;
    private double mean, sum;
    private bool isDetected;

    public bool Update(double value)
    {
        if (isDetected) (count, mean, sum) = (1, 0, 0);
        mean += (value - mean) / count;
        sum = Math.Max(0, (Alpha * sum) + value - mean - Delta);
        count++;
        return isDetected = count >= LeastPoints && sum >= Threshold;
    }
}
