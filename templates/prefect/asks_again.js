// Prefect's page stops asking for a run's log once it has seen that the run has ended, or waits for somebody: the
// lines written last are left out, and of a short run it says that there were none. So it is told to look again a
// few times, the way a browser tells a page that somebody came back to it. A form that is being filled in is not
// disturbed.
(() => {
  const RUN = /\/api\/flow_runs\/[0-9a-f-]{36}\/?$/;
  const OVER = ["COMPLETED", "FAILED", "CRASHED", "CANCELLED", "PAUSED"];
  const AFTER = [1000, 2500, 5000]; // milliseconds: a run hands its last lines over within two seconds
  const known = new Set();
  const ask = window.fetch;

  const lookAgain = () => {
    if (!document.querySelector("[role=dialog]")) window.dispatchEvent(new Event("visibilitychange"));
  };
  const heard = (run) => {
    if (!OVER.includes(run.state_type) || known.has(run.state_id)) return;
    known.add(run.state_id);
    for (const later of AFTER) setTimeout(lookAgain, later);
  };
  window.fetch = async (...asked) => {
    const answer = await ask(...asked);
    if (answer.ok && RUN.test(answer.url)) answer.clone().json().then(heard, () => {});
    return answer;
  };
})();
