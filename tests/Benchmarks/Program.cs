using Research.Benchmarks;

return BenchmarkProgram.Run(args, Console.Out, Console.Error);
