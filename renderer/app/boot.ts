import './tokens.css'
import './first-words.css'

// The window says its first words before the program behind them is loaded, which keeps it from painting for most of a second. Where
// nobody looks nothing is ever painted.
const load = () => void import('./index.tsx')
if (document.visibilityState === 'hidden') load()
else requestAnimationFrame(() => setTimeout(load))
