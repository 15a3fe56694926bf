// A picture of `look`: SVG text whose every word was escaped where it was drawn.
import "./pictures.css";

interface Props {
  /** Made by a function of `look/pictures`, never anything else. */
  readonly svg: string;
  readonly label?: string;
}

export function Picture({ svg, label }: Props) {
  const spoken = label === undefined ? {} : { role: "img", "aria-label": label };
  return <div className="picture" {...spoken} dangerouslySetInnerHTML={{ __html: svg }} />;
}
