import carnival from '../art/carnival.avif';
import caligari from '../art/caligari.avif';
import cameraman from '../art/cameraman.avif';
import charade from '../art/charade.avif';
import detour from '../art/detour.avif';
import doa from '../art/doa.avif';
import friday from '../art/friday.avif';
import general from '../art/general.avif';
import gowest from '../art/gowest.avif';
import kid from '../art/kid.avif';
import lostworld from '../art/lostworld.avif';
import metropolis from '../art/metropolis.avif';
import moon from '../art/moon.avif';
import navigator from '../art/navigator.avif';
import nosferatu from '../art/nosferatu.avif';
import notld from '../art/notld.avif';
import osb from '../art/osb.avif';
import phantom from '../art/phantom.avif';
import safety from '../art/safety.avif';
import seven from '../art/seven.avif';
import steamboat from '../art/steamboat.avif';

const COLUMNS = [
  [moon, notld, steamboat, osb],
  [phantom, charade, navigator, carnival, lostworld],
  [metropolis, cameraman, detour, friday],
  [caligari, nosferatu, kid, seven, gowest],
  [general, safety, doa, osb],
];

/** Our own art: nobody is signed in yet, so the library stays out of sight. The lights are down in both themes. */
export function PosterWall() {
  return (
    <div className="cinema" data-theme="dark" aria-hidden="true">
      <div className="wall">
        {COLUMNS.map((column) => (
          <div key={column[0]}>
            {column.map((poster) => (
              <img
                key={poster}
                src={poster}
                alt=""
                width="320"
                height="480"
                loading="lazy"
                decoding="async"
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
