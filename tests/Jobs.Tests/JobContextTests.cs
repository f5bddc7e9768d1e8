namespace Research.Jobs.Tests;

public sealed class JobContextTests
{
    [Fact]
    public void A_report_reaches_the_watcher_as_it_was_given()
    {
        var seen = new Reports();

        new JobContext { Progress = seen }.Report(3, 10, "tok", "loss 1.0");

        Assert.Equal([new JobProgress(3, 10, "tok", "loss 1.0")], seen.All);
    }

    [Fact]
    public void A_report_of_a_job_that_shall_stop_stops_it_and_is_not_passed_on()
    {
        var seen = new Reports();
        var job = new JobContext { Progress = seen, Cancellation = new CancellationToken(canceled: true) };

        Assert.Throws<OperationCanceledException>(() => job.Report(3, 10, "tok"));
        Assert.Empty(seen.All);
    }

    [Fact]
    public void Without_a_watcher_a_job_reports_into_the_void_with_one_thread_and_no_folder_to_resume_from()
    {
        var job = new JobContext();

        job.Report(1, 1, "rows");

        Assert.Equal((1, ""), (job.Threads, job.ResumeFolder));
    }

    [Fact]
    public void An_input_error_says_where_what_and_what_to_do_in_this_order()
    {
        var error = new InputException("the header lies", "model.safetensors", "Train again.");

        Assert.Equal("model.safetensors: the header lies. Train again.", error.Message);
    }

    private sealed class Reports : IProgress<JobProgress>
    {
        public List<JobProgress> All { get; } = [];

        public void Report(JobProgress value) => All.Add(value);
    }
}
