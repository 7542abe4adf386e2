/** All English words in one file: whoever reads Chinese never asks for it. */
export default import.meta.glob('/src/*/en.json', { eager: true, import: 'default' })
