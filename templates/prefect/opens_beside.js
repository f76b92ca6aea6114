// An edition opens in a window of its own. Prefect's page has links to it inside cards that lead elsewhere, and would
// go there; others stand in the form of an approval, which a person has begun to fill in.
(() => {
  const OURS = ["/editions/", "/room/"];

  const leadsToOurs = (link) => link.origin === location.origin && OURS.some((way) => link.pathname.startsWith(way));
  const clicked = (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href]");
    if (!link || !leadsToOurs(link)) return;
    event.stopImmediatePropagation(); // so that the card does not hear of it
    link.target = "_blank";
    link.rel = "noopener";
  };
  window.addEventListener("click", clicked, true);
})();
