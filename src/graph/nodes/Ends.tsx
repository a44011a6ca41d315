/**
 * React Flow draws no line to a card without handles, which it finds by these classes. Its own component for them does
 * much for connecting by hand, which nobody does here. They are not seen: lines end at the card's border.
 */
export function Ends() {
  return (
    <>
      <div className="graph-end target" data-handlepos="left" />
      <div className="graph-end source" data-handlepos="right" />
    </>
  );
}
