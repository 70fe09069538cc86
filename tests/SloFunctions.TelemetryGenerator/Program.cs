return SloFunctions.TelemetryGenerator.CommandLine.Run(args, Console.Out, Console.Error);
